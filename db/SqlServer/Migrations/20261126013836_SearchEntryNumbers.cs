using Microsoft.EntityFrameworkCore.Migrations;

namespace ServiceCrm.Db.SqlServer.Migrations;

/// <summary>
/// Search entries are numbered in the order in which they come and name their entity. Their numbers were made from the
/// entity's UUID before (its last 63 bits): from them each finds its entity again, and no word is read anew.
/// </summary>
public partial class SearchEntryNumbers : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // A column cannot become an identity: the table is made anew.
        migrationBuilder.Sql("EXEC sp_rename N'platform.search_entries', N'search_entries_before'");
        migrationBuilder.Sql("EXEC sp_rename N'platform.PK_search_entries', N'PK_search_entries_before', N'OBJECT'");
        migrationBuilder.Sql("""
            CREATE TABLE [platform].[search_entries] (
                [id] bigint NOT NULL IDENTITY,
                [entity_id] uniqueidentifier NOT NULL,
                [kind] nvarchar(40) NOT NULL,
                [owner_id] uniqueidentifier NOT NULL,
                [words] nvarchar(max) NOT NULL,
                CONSTRAINT [PK_search_entries] PRIMARY KEY ([id])
            )
            """);
        migrationBuilder.Sql("""
            INSERT INTO [platform].[search_entries] ([entity_id], [kind], [owner_id], [words])
            SELECT e.id, b.kind, b.owner_id, b.words
            FROM [platform].[search_entries_before] b
            JOIN (
              SELECT id, CONVERT(bigint, SUBSTRING(CAST(id AS binary(16)), 9, 8)) & 9223372036854775807 AS tail FROM (
                SELECT id FROM [customers].[customers] UNION ALL SELECT id FROM [customers].[notes]
                UNION ALL SELECT id FROM [tickets].[tickets] UNION ALL SELECT id FROM [tickets].[messages]
              ) all_ids
            ) e ON e.tail = b.id
            """);
        migrationBuilder.Sql("DROP TABLE [platform].[search_entries_before]");
        migrationBuilder.Sql("CREATE INDEX [IX_search_entries_entity_id] ON [platform].[search_entries] ([entity_id])");
    }
}
