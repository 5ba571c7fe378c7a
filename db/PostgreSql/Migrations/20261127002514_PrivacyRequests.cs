using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCrm.Db.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class PrivacyRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "erased_at",
                schema: "tickets",
                table: "tickets",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "allow_suppressed",
                schema: "customers",
                table: "imports",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "privacy_requests",
                schema: "customers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    asked_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    asked_via = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reference = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    starts_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    finished_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    report = table.Column<string>(type: "text", nullable: false),
                    released = table.Column<string>(type: "text", nullable: false),
                    has_released = table.Column<bool>(type: "boolean", nullable: false),
                    file_id = table.Column<Guid>(type: "uuid", nullable: true),
                    file_expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    fetched_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    fetched_by = table.Column<Guid>(type: "uuid", nullable: true),
                    held_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    held_until = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_privacy_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "suppressed_contacts",
                schema: "customers",
                columns: table => new
                {
                    hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_suppressed_contacts", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "suppression_secrets",
                schema: "customers",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    check = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_suppression_secrets", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_privacy_requests_created_at_id",
                schema: "customers",
                table: "privacy_requests",
                columns: new[] { "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_privacy_requests_customer_id",
                schema: "customers",
                table: "privacy_requests",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "IX_privacy_requests_state",
                schema: "customers",
                table: "privacy_requests",
                column: "state");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "privacy_requests",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "suppressed_contacts",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "suppression_secrets",
                schema: "customers");

            migrationBuilder.DropColumn(
                name: "erased_at",
                schema: "tickets",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "allow_suppressed",
                schema: "customers",
                table: "imports");
        }
    }
}
