using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCrm.Db.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class MailRecipients : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "for_id",
                schema: "platform",
                table: "mails",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_mails_for_id",
                schema: "platform",
                table: "mails",
                column: "for_id");

            migrationBuilder.CreateIndex(
                name: "IX_mails_to_key",
                schema: "platform",
                table: "mails",
                column: "to_key");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_mails_for_id",
                schema: "platform",
                table: "mails");

            migrationBuilder.DropIndex(
                name: "IX_mails_to_key",
                schema: "platform",
                table: "mails");

            migrationBuilder.DropColumn(
                name: "for_id",
                schema: "platform",
                table: "mails");
        }
    }
}
