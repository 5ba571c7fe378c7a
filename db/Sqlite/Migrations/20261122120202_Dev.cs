using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServiceCrm.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Dev : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "customers_import_before_images",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    customer_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    details = table.Column<string>(type: "TEXT", nullable: false),
                    version_after = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_import_before_images", x => new { x.import_id, x.customer_id });
                });

            migrationBuilder.CreateTable(
                name: "customers_import_problems",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    import_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    place = table.Column<long>(type: "INTEGER", nullable: false),
                    column = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    value = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    message = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_import_problems", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "customers_imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    created_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    requested_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    encoding = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    delimiter = table.Column<string>(type: "TEXT", maxLength: 1, nullable: false),
                    columns = table.Column<string>(type: "TEXT", nullable: false),
                    sample_rows = table.Column<string>(type: "TEXT", nullable: false),
                    existing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    total_rows = table.Column<int>(type: "INTEGER", nullable: false),
                    processed_rows = table.Column<int>(type: "INTEGER", nullable: false),
                    created_rows = table.Column<int>(type: "INTEGER", nullable: false),
                    updated_rows = table.Column<int>(type: "INTEGER", nullable: false),
                    skipped_rows = table.Column<int>(type: "INTEGER", nullable: false),
                    refused_rows = table.Column<int>(type: "INTEGER", nullable: false),
                    problem_count = table.Column<int>(type: "INTEGER", nullable: false),
                    last_row = table.Column<int>(type: "INTEGER", nullable: false),
                    failure = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    undone_rows = table.Column<int>(type: "INTEGER", nullable: false),
                    kept_changed = table.Column<int>(type: "INTEGER", nullable: false),
                    kept_in_use = table.Column<int>(type: "INTEGER", nullable: false),
                    held_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    held_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customers_imports", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_customers_import_before_images_customer_id",
                table: "customers_import_before_images",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "IX_customers_import_problems_import_id_place_id",
                table: "customers_import_problems",
                columns: new[] { "import_id", "place", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_customers_imports_created_at",
                table: "customers_imports",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "IX_customers_imports_state",
                table: "customers_imports",
                column: "state");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customers_import_before_images");

            migrationBuilder.DropTable(
                name: "customers_import_problems");

            migrationBuilder.DropTable(
                name: "customers_imports");
        }
    }
}
