using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCrm.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PeopleLifecycle : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "routing_reason",
                table: "tickets_tickets",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "absences_changed_at",
                table: "access_users",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "avatar_id",
                table: "access_users",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "invited_until",
                table: "access_users",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "job_title",
                table: "access_users",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "access_users",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Person");

            migrationBuilder.AddColumn<string>(
                name: "phone",
                table: "access_users",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "removed_at",
                table: "access_users",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "signature",
                table: "access_users",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "working_hours_text",
                table: "access_users",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "access_absences",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    starts_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ends_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    substitute_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_absences", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "access_one_time_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    address = table.Column<string>(type: "TEXT", maxLength: 254, nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    used_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_one_time_links", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "access_reset_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    email_key = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    mailed = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_reset_requests", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_access_absences_ends_at",
                table: "access_absences",
                column: "ends_at");

            migrationBuilder.CreateIndex(
                name: "IX_access_absences_user_id_ends_at",
                table: "access_absences",
                columns: new[] { "user_id", "ends_at" });

            migrationBuilder.CreateIndex(
                name: "IX_access_one_time_links_expires_at",
                table: "access_one_time_links",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_access_one_time_links_hash",
                table: "access_one_time_links",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_access_one_time_links_user_id_purpose",
                table: "access_one_time_links",
                columns: new[] { "user_id", "purpose" });

            migrationBuilder.CreateIndex(
                name: "IX_access_reset_requests_at",
                table: "access_reset_requests",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_access_reset_requests_email_key_at",
                table: "access_reset_requests",
                columns: new[] { "email_key", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_absences");

            migrationBuilder.DropTable(
                name: "access_one_time_links");

            migrationBuilder.DropTable(
                name: "access_reset_requests");

            migrationBuilder.DropColumn(
                name: "routing_reason",
                table: "tickets_tickets");

            migrationBuilder.DropColumn(
                name: "absences_changed_at",
                table: "access_users");

            migrationBuilder.DropColumn(
                name: "avatar_id",
                table: "access_users");

            migrationBuilder.DropColumn(
                name: "invited_until",
                table: "access_users");

            migrationBuilder.DropColumn(
                name: "job_title",
                table: "access_users");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "access_users");

            migrationBuilder.DropColumn(
                name: "phone",
                table: "access_users");

            migrationBuilder.DropColumn(
                name: "removed_at",
                table: "access_users");

            migrationBuilder.DropColumn(
                name: "signature",
                table: "access_users");

            migrationBuilder.DropColumn(
                name: "working_hours_text",
                table: "access_users");
        }
    }
}
