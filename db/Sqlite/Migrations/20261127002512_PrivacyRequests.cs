using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCrm.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PrivacyRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "erased_at",
                table: "tickets_tickets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "allow_suppressed",
                table: "customers_imports",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "customers_privacy_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    asked_by = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    asked_via = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    received_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    starts_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    report = table.Column<string>(type: "TEXT", nullable: false),
                    released = table.Column<string>(type: "TEXT", nullable: false),
                    has_released = table.Column<bool>(type: "INTEGER", nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    file_expires_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    fetched_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    fetched_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    held_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    held_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_privacy_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customers_suppressed_contacts",
                columns: table => new
                {
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_suppressed_contacts", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "customers_suppression_secrets",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    check = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_suppression_secrets", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_customers_privacy_requests_created_at_id",
                table: "customers_privacy_requests",
                columns: new[] { "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_privacy_requests_customer_id",
                table: "customers_privacy_requests",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "IX_customers_privacy_requests_state",
                table: "customers_privacy_requests",
                column: "state");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customers_privacy_requests");

            migrationBuilder.DropTable(
                name: "customers_suppressed_contacts");

            migrationBuilder.DropTable(
                name: "customers_suppression_secrets");

            migrationBuilder.DropColumn(
                name: "erased_at",
                table: "tickets_tickets");

            migrationBuilder.DropColumn(
                name: "allow_suppressed",
                table: "customers_imports");
        }
    }
}
