using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCrm.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ExternalLogins : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "provider",
                table: "access_sessions",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "provider_factor",
                table: "access_sessions",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "provider_session",
                table: "access_sessions",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "provider_subject",
                table: "access_sessions",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "provider_token",
                table: "access_sessions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "access_external_logins",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    provider = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    issuer = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    subject_key = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_used_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_external_logins", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_access_external_logins_subject_key",
                table: "access_external_logins",
                column: "subject_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_access_external_logins_user_id",
                table: "access_external_logins",
                column: "user_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_external_logins");

            migrationBuilder.DropColumn(
                name: "provider",
                table: "access_sessions");

            migrationBuilder.DropColumn(
                name: "provider_factor",
                table: "access_sessions");

            migrationBuilder.DropColumn(
                name: "provider_session",
                table: "access_sessions");

            migrationBuilder.DropColumn(
                name: "provider_subject",
                table: "access_sessions");

            migrationBuilder.DropColumn(
                name: "provider_token",
                table: "access_sessions");
        }
    }
}
