using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCrm.Db.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class ExternalLogins : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "provider",
                schema: "access",
                table: "sessions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "provider_factor",
                schema: "access",
                table: "sessions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "provider_session",
                schema: "access",
                table: "sessions",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "provider_subject",
                schema: "access",
                table: "sessions",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "provider_token",
                schema: "access",
                table: "sessions",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "external_logins",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    provider = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    issuer = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    subject = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    subject_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    last_used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_external_logins", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_external_logins_subject_key",
                schema: "access",
                table: "external_logins",
                column: "subject_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_external_logins_user_id",
                schema: "access",
                table: "external_logins",
                column: "user_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "external_logins",
                schema: "access");

            migrationBuilder.DropColumn(
                name: "provider",
                schema: "access",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "provider_factor",
                schema: "access",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "provider_session",
                schema: "access",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "provider_subject",
                schema: "access",
                table: "sessions");

            migrationBuilder.DropColumn(
                name: "provider_token",
                schema: "access",
                table: "sessions");
        }
    }
}
