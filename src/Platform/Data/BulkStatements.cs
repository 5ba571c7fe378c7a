using System.Data;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace ServiceCrm.Platform.Data;

/// <summary>Each engine's quickest way to insert rows, inside the running transaction.</summary>
internal static class BulkStatements
{
    public static Task Insert(CrmDb db, BulkTable table, IReadOnlyList<object> rows, CancellationToken ct) => Engine.Of(db) switch
    {
        DatabaseProvider.PostgreSql => Copy(db, table, rows, ct),
        DatabaseProvider.SqlServer => BulkCopy(db, table, rows, ct),
        _ => InsertInto(db, table, rows),
    };

    private static Task InsertInto(CrmDb db, BulkTable table, IReadOnlyList<object> rows)
    {
        using var insert = new SqliteInsert((SqliteConnection)db.Database.GetDbConnection(), table);
        foreach (var row in rows)
        {
            insert.Write(row);
        }

        return Task.CompletedTask;
    }

    private static async Task Copy(CrmDb db, BulkTable table, IReadOnlyList<object> rows, CancellationToken ct)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var columns = string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""));
        await using var copy = await connection.BeginBinaryImportAsync($"COPY \"{table.Schema}\".\"{table.Name}\" ({columns}) FROM STDIN (FORMAT BINARY)", ct);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(ct);
            foreach (var column in table.Columns)
            {
                if (column.Read(row) is { } value)
                {
                    await copy.WriteAsync(value, column.Mapping.StoreTypeNameBase, ct);
                }
                else
                {
                    await copy.WriteNullAsync(ct);
                }
            }
        }

        await copy.CompleteAsync(ct);
    }

    private static async Task BulkCopy(CrmDb db, BulkTable table, IReadOnlyList<object> rows, CancellationToken ct)
    {
        using var data = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        foreach (var column in table.Columns)
        {
            data.Columns.Add(column.Name, column.StoredType);
        }

        foreach (var row in rows)
        {
            data.Rows.Add([.. table.Columns.Select(c => c.Read(row) ?? DBNull.Value)]);
        }

        using var copy = new SqlBulkCopy(
            (SqlConnection)db.Database.GetDbConnection(),
            SqlBulkCopyOptions.CheckConstraints,
            (SqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction());
        copy.DestinationTableName = $"[{table.Schema}].[{table.Name}]";
        foreach (var column in table.Columns)
        {
            copy.ColumnMappings.Add(column.Name, column.Name);
        }

        await copy.WriteToServerAsync(data, ct);
    }
}
