using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCrm.Db.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class PeopleLifecycle : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "absences_changed_at",
                schema: "access",
                table: "users",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "avatar_id",
                schema: "access",
                table: "users",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "invited_until",
                schema: "access",
                table: "users",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "job_title",
                schema: "access",
                table: "users",
                type: "nvarchar(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                schema: "access",
                table: "users",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Person");

            migrationBuilder.AddColumn<string>(
                name: "phone",
                schema: "access",
                table: "users",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "removed_at",
                schema: "access",
                table: "users",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "signature",
                schema: "access",
                table: "users",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "working_hours_text",
                schema: "access",
                table: "users",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "routing_reason",
                schema: "tickets",
                table: "tickets",
                type: "nvarchar(300)",
                maxLength: 300,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "absences",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    user_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    starts_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ends_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    substitute_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    note = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_absences", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "one_time_links",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    purpose = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    user_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    address = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: true),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    expires_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    used_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ended_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_one_time_links", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "reset_requests",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    email_key = table.Column<string>(type: "nvarchar(254)", maxLength: 254, nullable: false),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    mailed = table.Column<bool>(type: "bit", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reset_requests", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateIndex(
                name: "IX_absences_ends_at",
                schema: "access",
                table: "absences",
                column: "ends_at");

            migrationBuilder.CreateIndex(
                name: "IX_absences_user_id_ends_at",
                schema: "access",
                table: "absences",
                columns: new[] { "user_id", "ends_at" });

            migrationBuilder.CreateIndex(
                name: "IX_one_time_links_expires_at",
                schema: "access",
                table: "one_time_links",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_one_time_links_hash",
                schema: "access",
                table: "one_time_links",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_one_time_links_user_id_purpose",
                schema: "access",
                table: "one_time_links",
                columns: new[] { "user_id", "purpose" });

            migrationBuilder.CreateIndex(
                name: "IX_reset_requests_at",
                schema: "access",
                table: "reset_requests",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_reset_requests_email_key_at",
                schema: "access",
                table: "reset_requests",
                columns: new[] { "email_key", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "absences",
                schema: "access");

            migrationBuilder.DropTable(
                name: "one_time_links",
                schema: "access");

            migrationBuilder.DropTable(
                name: "reset_requests",
                schema: "access");

            migrationBuilder.DropColumn(
                name: "absences_changed_at",
                schema: "access",
                table: "users");

            migrationBuilder.DropColumn(
                name: "avatar_id",
                schema: "access",
                table: "users");

            migrationBuilder.DropColumn(
                name: "invited_until",
                schema: "access",
                table: "users");

            migrationBuilder.DropColumn(
                name: "job_title",
                schema: "access",
                table: "users");

            migrationBuilder.DropColumn(
                name: "kind",
                schema: "access",
                table: "users");

            migrationBuilder.DropColumn(
                name: "phone",
                schema: "access",
                table: "users");

            migrationBuilder.DropColumn(
                name: "removed_at",
                schema: "access",
                table: "users");

            migrationBuilder.DropColumn(
                name: "signature",
                schema: "access",
                table: "users");

            migrationBuilder.DropColumn(
                name: "working_hours_text",
                schema: "access",
                table: "users");

            migrationBuilder.DropColumn(
                name: "routing_reason",
                schema: "tickets",
                table: "tickets");
        }
    }
}
