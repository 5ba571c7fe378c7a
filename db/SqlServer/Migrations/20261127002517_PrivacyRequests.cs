using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCrm.Db.SqlServer.Migrations
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
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "allow_suppressed",
                schema: "customers",
                table: "imports",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "privacy_requests",
                schema: "customers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    customer_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    state = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    asked_by = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    asked_via = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    reference = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    recorded_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    received_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    due_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    starts_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    started_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    finished_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    outcome = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    report = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    released = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    has_released = table.Column<bool>(type: "bit", nullable: false),
                    file_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    file_expires_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    fetched_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    fetched_by = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    held_by = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    held_until = table.Column<DateTime>(type: "datetime2", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_privacy_requests", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.CreateTable(
                name: "suppressed_contacts",
                schema: "customers",
                columns: table => new
                {
                    hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    reason = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false)
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
                    id = table.Column<int>(type: "int", nullable: false),
                    check = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    key = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true)
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
