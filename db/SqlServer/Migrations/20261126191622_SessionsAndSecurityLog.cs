using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCrm.Db.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class SessionsAndSecurityLog : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "last_used_from",
                schema: "access",
                table: "access_tokens",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "read_only",
                schema: "access",
                table: "access_tokens",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "scopes",
                schema: "access",
                table: "access_tokens",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "security_log",
                schema: "platform",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    actor_kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    actor_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    actor_name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    subject_type = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    subject_id = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    subject_name = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    address = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    user_agent = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    details = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    previous_hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_security_log", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "security_log_head",
                schema: "platform",
                columns: table => new
                {
                    id = table.Column<int>(type: "int", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_security_log_head", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                schema: "access",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    user_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    method = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    address = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    user_agent = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    created_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    last_seen_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    expires_at = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ended_at = table.Column<DateTime>(type: "datetime2", nullable: true),
                    view_as = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessions", x => x.id)
                        .Annotation("SqlServer:Clustered", false);
                });

            migrationBuilder.InsertData(
                schema: "platform",
                table: "security_log_head",
                columns: new[] { "id", "hash", "sequence" },
                values: new object[] { 1, "0000000000000000000000000000000000000000000000000000000000000000", 0L });

            migrationBuilder.CreateIndex(
                name: "IX_security_log_actor_id_sequence",
                schema: "platform",
                table: "security_log",
                columns: new[] { "actor_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_security_log_at",
                schema: "platform",
                table: "security_log",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_security_log_kind_sequence",
                schema: "platform",
                table: "security_log",
                columns: new[] { "kind", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_sessions_expires_at",
                schema: "access",
                table: "sessions",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "IX_sessions_user_id_ended_at",
                schema: "access",
                table: "sessions",
                columns: new[] { "user_id", "ended_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "security_log",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "security_log_head",
                schema: "platform");

            migrationBuilder.DropTable(
                name: "sessions",
                schema: "access");

            migrationBuilder.DropColumn(
                name: "last_used_from",
                schema: "access",
                table: "access_tokens");

            migrationBuilder.DropColumn(
                name: "read_only",
                schema: "access",
                table: "access_tokens");

            migrationBuilder.DropColumn(
                name: "scopes",
                schema: "access",
                table: "access_tokens");
        }
    }
}
