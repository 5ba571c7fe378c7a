using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCrm.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MailRecipients : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "for_id",
                table: "platform_mails",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_platform_mails_for_id",
                table: "platform_mails",
                column: "for_id");

            migrationBuilder.CreateIndex(
                name: "IX_platform_mails_to_key",
                table: "platform_mails",
                column: "to_key");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_platform_mails_for_id",
                table: "platform_mails");

            migrationBuilder.DropIndex(
                name: "IX_platform_mails_to_key",
                table: "platform_mails");

            migrationBuilder.DropColumn(
                name: "for_id",
                table: "platform_mails");
        }
    }
}
