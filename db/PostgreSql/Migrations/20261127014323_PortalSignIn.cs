using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCrm.Db.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class PortalSignIn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "customer_read_at",
                schema: "tickets",
                table: "tickets",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "uploaded_in_session",
                schema: "platform",
                table: "files",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "portal_sessions",
                schema: "customers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    token_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    address_key = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    network_address = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    user_agent = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_portal_sessions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "portal_sign_ins",
                schema: "customers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    address_key = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    browser_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    code_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    link_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    language = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ready_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_portal_sign_ins", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_portal_sessions_address_key",
                schema: "customers",
                table: "portal_sessions",
                column: "address_key");

            migrationBuilder.CreateIndex(
                name: "IX_portal_sessions_expires_at",
                schema: "customers",
                table: "portal_sessions",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_portal_sessions_token_hash",
                schema: "customers",
                table: "portal_sessions",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_portal_sign_ins_address_key_created_at",
                schema: "customers",
                table: "portal_sign_ins",
                columns: new[] { "address_key", "created_at" });

            migrationBuilder.CreateIndex(
                name: "IX_portal_sign_ins_browser_hash",
                schema: "customers",
                table: "portal_sign_ins",
                column: "browser_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_portal_sign_ins_created_at",
                schema: "customers",
                table: "portal_sign_ins",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "IX_portal_sign_ins_link_hash",
                schema: "customers",
                table: "portal_sign_ins",
                column: "link_hash");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "portal_sessions",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "portal_sign_ins",
                schema: "customers");

            migrationBuilder.DropColumn(
                name: "customer_read_at",
                schema: "tickets",
                table: "tickets");

            migrationBuilder.DropColumn(
                name: "uploaded_in_session",
                schema: "platform",
                table: "files");
        }
    }
}
