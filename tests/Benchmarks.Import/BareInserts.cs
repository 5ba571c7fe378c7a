using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Benchmarks.Import;

/// <summary>The same rows by plain prepared inserts into the tables of customers and contact points.</summary>
internal static class BareInserts
{
    private const int Batch = 1_000;
    private const string Customer = """
        INSERT INTO customers_customers (id, version, kind, name, external_id, display_name, display_key, primary_email, primary_phone, language, line1, postal_code, city,
          tags, custom, created_at, updated_at, contacted_at, order_count, revenue)
        VALUES (@id, 1, 'Person', @name, @number, @name, @key, @email, @phone, @language, @street, @zip, @city, '[]', '{}', @at, @at, '1970-01-01 00:00:00', 0, '[]')
        """;

    private const string Point = "INSERT INTO customers_contact_points (customer_id, kind, key, value, label, is_primary, position) VALUES (@id, @kind, @key, @value, @label, 1, @position)";

    public static async Task<TimeSpan> Run(string directory, int rows)
    {
        await using var services = await Database.Create(directory);
        await using var scope = services.For(Caller.System);
        var connection = (SqliteConnection)scope.ServiceProvider.GetRequiredService<CrmDb>().Database.GetDbConnection();
        await connection.OpenAsync();
        var watch = Stopwatch.StartNew();
        for (var start = 0; start < rows; start += Batch)
        {
            await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
            await Insert(connection, transaction, start, Math.Min(start + Batch, rows));
            await transaction.CommitAsync();
        }

        return watch.Elapsed;
    }

    private static async Task Insert(SqliteConnection connection, SqliteTransaction transaction, int from, int to)
    {
        await using var customer = Prepare(connection, transaction, Customer, "@id", "@name", "@number", "@key", "@email", "@phone", "@language", "@street", "@zip", "@city", "@at");
        await using var point = Prepare(connection, transaction, Point, "@id", "@kind", "@key", "@value", "@label", "@position");
        for (var i = from; i < to; i++)
        {
            var cells = SampleFile.Cells(i);
            var id = Guid.CreateVersion7();
            await Execute(customer, id, cells[1], cells[0], cells[1].ToUpperInvariant(), cells[2], cells[3], cells[7], cells[4], cells[5], cells[6], TimeProvider.System.GetUtcNow().UtcDateTime);
            await Execute(point, id, "Email", cells[2], cells[2], "Work", 0);
            await Execute(point, id, "Phone", cells[3].Replace(" ", "", StringComparison.Ordinal), cells[3], "Other", 1);
        }
    }

    private static SqliteCommand Prepare(SqliteConnection connection, SqliteTransaction transaction, string sql, params string[] names)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        foreach (var name in names)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return command;
    }

    private static Task<int> Execute(SqliteCommand command, params object[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        return command.ExecuteNonQueryAsync();
    }
}
