using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCrm.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PortalSignIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "customer_read_at",
                table: "tickets_tickets",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "uploaded_in_session",
                table: "platform_files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "customers_portal_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    address_key = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    network_address = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    user_agent = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    last_seen_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_portal_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customers_portal_sign_ins",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    address_key = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    browser_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    code_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    link_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    language = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ready_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_portal_sign_ins", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_customers_portal_sessions_address_key",
                table: "customers_portal_sessions",
                column: "address_key");

            migrationBuilder.CreateIndex(
                name: "IX_customers_portal_sessions_expires_at",
                table: "customers_portal_sessions",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_customers_portal_sessions_token_hash",
                table: "customers_portal_sessions",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_portal_sign_ins_address_key_created_at",
                table: "customers_portal_sign_ins",
                columns: new[] { "address_key", "created_at" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_portal_sign_ins_browser_hash",
                table: "customers_portal_sign_ins",
                column: "browser_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_customers_portal_sign_ins_created_at",
                table: "customers_portal_sign_ins",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "IX_customers_portal_sign_ins_link_hash",
                table: "customers_portal_sign_ins",
                column: "link_hash");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customers_portal_sessions");

            migrationBuilder.DropTable(
                name: "customers_portal_sign_ins");

            migrationBuilder.DropColumn(
                name: "customer_read_at",
                table: "tickets_tickets");

            migrationBuilder.DropColumn(
                name: "uploaded_in_session",
                table: "platform_files");
        }
    }
}
