using System.Data;
using System.Text;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace ServiceCrm.Platform.Data;

/// <summary>Each engine's quickest way to insert rows, inside the running transaction.</summary>
internal static class BulkStatements
{
    // SQLite finds each parameter by comparing names one by one: with many of them the search costs more than the insert.
    private const int ParametersPerStatement = 60;

    public static Task Insert(CrmDb db, BulkTable table, IReadOnlyList<object> rows, CancellationToken ct) => Engine.Of(db) switch
    {
        DatabaseProvider.PostgreSql => Copy(db, table, rows, ct),
        DatabaseProvider.SqlServer => BulkCopy(db, table, rows, ct),
        _ => InsertInto(db, table, rows, ct),
    };

    private static async Task InsertInto(CrmDb db, BulkTable table, IReadOnlyList<object> rows, CancellationToken ct)
    {
        var size = Math.Max(1, ParametersPerStatement / table.Columns.Count);
        var whole = rows.Count - (rows.Count % size);
        await InsertChunks(db, table, rows, 0, whole, size, ct);
        await InsertChunks(db, table, rows, whole, rows.Count, 1, ct);
    }

    private static async Task InsertChunks(CrmDb db, BulkTable table, IReadOnlyList<object> rows, int from, int to, int size, CancellationToken ct)
    {
        if (from == to)
        {
            return;
        }

        await using var command = (SqliteCommand)db.Database.GetDbConnection().CreateCommand();
        command.Transaction = (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = InsertStatement(table, size);
        var parameters = new SqliteParameter[size * table.Columns.Count];
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] = new SqliteParameter { ParameterName = $"@p{i}" };
            command.Parameters.Add(parameters[i]);
        }

        for (var row = from; row < to; row += size)
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                parameters[i].Value = table.Columns[i % table.Columns.Count].Read(rows[row + (i / table.Columns.Count)]) ?? DBNull.Value;
            }

            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static string InsertStatement(BulkTable table, int size)
    {
        var sql = new StringBuilder($"INSERT INTO \"{table.Name}\" ({string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))}) VALUES ");
        for (var row = 0; row < size; row++)
        {
            sql.Append(row == 0 ? "(" : ", (").AppendJoin(", ", Enumerable.Range(row * table.Columns.Count, table.Columns.Count).Select(i => $"@p{i}")).Append(')');
        }

        return sql.ToString();
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
