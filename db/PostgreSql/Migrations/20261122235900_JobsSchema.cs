using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Db.PostgreSql.Migrations;

/// <summary>The schema in which the scheduler keeps its own tables.</summary>
[DbContext(typeof(CrmDb))]
[Migration("20261122235900_JobsSchema")]
public sealed class JobsSchema : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.EnsureSchema("jobs");

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropSchema("jobs");
}
