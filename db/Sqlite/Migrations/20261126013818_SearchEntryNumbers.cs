using Microsoft.EntityFrameworkCore.Migrations;

namespace ServiceCrm.Db.Sqlite.Migrations;

/// <summary>
/// Search entries are numbered in the order in which they come and name their entity. Their numbers were made from the
/// entity's UUID before (its last 63 bits): from them each finds its entity again, and no word is read anew.
/// </summary>
public partial class SearchEntryNumbers : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP TRIGGER platform_search_entries_changed");
        migrationBuilder.Sql("DROP TRIGGER platform_search_entries_removed");
        migrationBuilder.Sql("DROP TRIGGER platform_search_entries_added");
        migrationBuilder.Sql("DROP TABLE platform_search_words");
        migrationBuilder.Sql("DROP INDEX \"IX_platform_search_entries_kind_owner_id\"");
        migrationBuilder.Sql("ALTER TABLE platform_search_entries RENAME TO platform_search_entries_before");
        migrationBuilder.Sql("""
            CREATE TABLE "platform_search_entries" (
                "id" INTEGER NOT NULL CONSTRAINT "PK_platform_search_entries" PRIMARY KEY AUTOINCREMENT,
                "entity_id" TEXT NOT NULL,
                "kind" TEXT NOT NULL,
                "owner_id" TEXT NOT NULL,
                "words" TEXT NOT NULL
            )
            """);
        migrationBuilder.Sql("""
            INSERT INTO platform_search_entries (entity_id, kind, owner_id, words)
            SELECT e.id, b.kind, b.owner_id, b.words
            FROM platform_search_entries_before b
            JOIN (
              SELECT id, substr(id, 20, 4) || substr(id, 25, 12) AS tail FROM (
                SELECT id FROM customers_customers UNION ALL SELECT id FROM customers_notes
                UNION ALL SELECT id FROM tickets_tickets UNION ALL SELECT id FROM tickets_messages
              )
            ) e ON e.tail = printf('%016X', b.id | (-9223372036854775807 - 1))
            ORDER BY e.id
            """);
        migrationBuilder.Sql("DROP TABLE platform_search_entries_before");
        migrationBuilder.Sql("CREATE INDEX \"IX_platform_search_entries_entity_id\" ON \"platform_search_entries\" (\"entity_id\")");

        // The words are split and upper case when they come here, so the plainest tokenizer is right; nothing asks for their number or place.
        migrationBuilder.Sql("CREATE VIRTUAL TABLE platform_search_words USING fts5(words, content='platform_search_entries', content_rowid='id', tokenize='ascii', columnsize=0, detail=none)");
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
}
