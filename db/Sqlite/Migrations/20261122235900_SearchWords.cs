using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Db.Sqlite.Migrations;

/// <summary>The full-text index over search entries: it holds no text of its own and follows the table by triggers.</summary>
[DbContext(typeof(CrmDb))]
[Migration("20261122235900_SearchWords")]
public sealed class SearchWords : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("CREATE VIRTUAL TABLE platform_search_words USING fts5(words, content='platform_search_entries', content_rowid='id', tokenize='unicode61 remove_diacritics 2', prefix='2 3')");
        migrationBuilder.Sql("""
            CREATE TRIGGER platform_search_entries_added AFTER INSERT ON platform_search_entries BEGIN
              INSERT INTO platform_search_words(rowid, words) VALUES (new.id, new.words);
            END
            """);
        migrationBuilder.Sql("""
            CREATE TRIGGER platform_search_entries_removed AFTER DELETE ON platform_search_entries BEGIN
              INSERT INTO platform_search_words(platform_search_words, rowid, words) VALUES ('delete', old.id, old.words);
            END
            """);
        migrationBuilder.Sql("""
            CREATE TRIGGER platform_search_entries_changed AFTER UPDATE ON platform_search_entries BEGIN
              INSERT INTO platform_search_words(platform_search_words, rowid, words) VALUES ('delete', old.id, old.words);
              INSERT INTO platform_search_words(rowid, words) VALUES (new.id, new.words);
            END
            """);
        migrationBuilder.Sql("INSERT INTO platform_search_words(platform_search_words) VALUES ('rebuild')");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP TRIGGER platform_search_entries_changed");
        migrationBuilder.Sql("DROP TRIGGER platform_search_entries_removed");
        migrationBuilder.Sql("DROP TRIGGER platform_search_entries_added");
        migrationBuilder.Sql("DROP TABLE platform_search_words");
    }
}
