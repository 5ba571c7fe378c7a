using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCrm.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RolesAndDesks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "confidential",
                table: "access_teams",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "desk_grants",
                table: "access_teams",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<Guid>(
                name: "parent_id",
                table: "access_teams",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "access_break_glasses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    team_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ends_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_break_glasses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "access_roles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    name_key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    based_on = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    differences = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_roles", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_access_break_glasses_user_id_ends_at",
                table: "access_break_glasses",
                columns: new[] { "user_id", "ends_at" });

            migrationBuilder.CreateIndex(
                name: "IX_access_roles_name_key",
                table: "access_roles",
                column: "name_key",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_break_glasses");

            migrationBuilder.DropTable(
                name: "access_roles");

            migrationBuilder.DropColumn(
                name: "confidential",
                table: "access_teams");

            migrationBuilder.DropColumn(
                name: "desk_grants",
                table: "access_teams");

            migrationBuilder.DropColumn(
                name: "parent_id",
                table: "access_teams");
        }
    }
}
