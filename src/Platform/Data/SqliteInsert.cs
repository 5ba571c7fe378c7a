using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ServiceCrm.Platform.Data;

/// <summary>
/// One prepared insert into one table, for many rows. It speaks to the engine's own interface: a command of
/// Microsoft.Data.Sqlite looks up every parameter by name for every row, which costs more than the insert. Values are
/// stored exactly as Microsoft.Data.Sqlite stores them, so that rows from here and from a save are the same.
/// </summary>
internal sealed class SqliteInsert : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;
    private readonly BulkTable _table;
    // What is bound to each column. It stays bound from row to row, and many columns repeat the value of the row before.
    private readonly object?[] _bound;
    private byte[] _buffer = new byte[512];

    public SqliteInsert(SqliteConnection connection, BulkTable table)
    {
        _connection = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        _table = table;
        _bound = new object?[table.Columns.Count];
        var columns = string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""));
        var marks = string.Join(", ", Enumerable.Repeat("?", table.Columns.Count));
        Check(raw.sqlite3_prepare_v2(_connection, $"INSERT INTO \"{table.Name}\" ({columns}) VALUES ({marks})", out _statement));
    }

    /// <exception cref="SqliteException">as a command would throw it</exception>
    public void Write(object row)
    {
        for (var i = 0; i < _table.Columns.Count; i++)
        {
            var value = _table.Columns[i].Read(row);
            if (!Equals(value, _bound[i]))
            {
                Check(Bind(i + 1, value));
                _bound[i] = value;
            }
        }

        var result = raw.sqlite3_step(_statement);
        if (result != raw.SQLITE_DONE)
        {
            Check(result);
        }

        Check(raw.sqlite3_reset(_statement));
    }

    public void Dispose() => _statement.Dispose();

    private int Bind(int index, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, index),
        string text => BindText(index, text),
        Guid id => BindGuid(index, id),
        DateTime at => BindText(index, at.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        bool flag => raw.sqlite3_bind_int(_statement, index, flag ? 1 : 0),
        int number => raw.sqlite3_bind_int(_statement, index, number),
        long number => raw.sqlite3_bind_int64(_statement, index, number),
        decimal number => BindText(index, number.ToString("0.0###########################", CultureInfo.InvariantCulture)),
        double number => raw.sqlite3_bind_double(_statement, index, number),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, index, bytes),
        _ => throw new InvalidOperationException($"{_table.Name}.{_table.Columns[index - 1].Name} holds {value.GetType().Name}, which cannot be written in bulk."),
    };

    private int BindText(int index, string text)
    {
        if (text.Length == 0)
        {
            // An empty span has no address and would become NULL.
            return raw.sqlite3_bind_text(_statement, index, text);
        }

        if (_buffer.Length < Encoding.UTF8.GetMaxByteCount(text.Length))
        {
            _buffer = new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        }

        return raw.sqlite3_bind_text(_statement, index, _buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, _buffer)));
    }

    private int BindGuid(int index, Guid id)
    {
        Utf8Formatter.TryFormat(id, _buffer, out var written);
        var text = _buffer.AsSpan(0, written);
        Ascii.ToUpperInPlace(text, out _);
        return raw.sqlite3_bind_text(_statement, index, text);
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, _connection);
        }
    }
}
