using System.Collections;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ServiceCrm.Platform.Data;

/// <summary>A mapped entity as a table: its columns and how each value is read from an entity in the engine's own form.</summary>
internal sealed class BulkTable
{
    // Keyed by the model's own object: another database (another test) has another model.
    private static readonly ConditionalWeakTable<IEntityType, BulkTable> Known = [];

    private BulkTable(IEntityType type)
    {
        var store = StoreObjectIdentifier.Create(type, StoreObjectType.Table)
            ?? throw new InvalidOperationException($"{type.DisplayName()} has no table.");
        Schema = store.Schema;
        Name = store.Name;
        Columns = [.. type.GetProperties().Where(p => p.GetComputedColumnSql(store) is null && !IsNumberedByEngine(p)).Select(p => new BulkColumn(p, p.GetColumnName(store)!))];
        Parts = [.. type.GetNavigations().Where(n => n.TargetEntityType.IsOwned()).Select(n => new BulkPart(n.TargetEntityType, n.GetGetter()))];
    }

    public string? Schema { get; }

    public string Name { get; }

    public IReadOnlyList<BulkColumn> Columns { get; }

    /// <summary>What belongs to an entity and is written with it.</summary>
    public IReadOnlyList<BulkPart> Parts { get; }

    public static BulkTable Of(IEntityType type) => Known.GetValue(type, t => new BulkTable(t));

    private static bool IsNumberedByEngine(IProperty property) => property.ValueGenerated == ValueGenerated.OnAdd && property.ClrType == typeof(long);
}

/// <summary>A collection of an entity that has a table of its own.</summary>
internal sealed record BulkPart(IEntityType Type, IClrPropertyGetter Getter);

/// <summary>One column of a <see cref="BulkTable"/>.</summary>
internal sealed class BulkColumn
{
    private readonly IClrPropertyGetter _getter;
    private readonly ValueConverter? _converter;
    private object? _empty;

    public BulkColumn(IProperty property, string name)
    {
        if (property.IsShadowProperty())
        {
            throw new InvalidOperationException($"{property.DeclaringType.DisplayName()}.{property.Name} exists only in the model and cannot be written in bulk.");
        }

        Name = name;
        Mapping = property.GetRelationalTypeMapping();
        _getter = property.GetGetter();
        _converter = Mapping.Converter;
    }

    public string Name { get; }

    public RelationalTypeMapping Mapping { get; }

    /// <summary>The type of the stored value.</summary>
    public Type StoredType => Nullable.GetUnderlyingType(_converter?.ProviderClrType ?? Mapping.ClrType) ?? _converter?.ProviderClrType ?? Mapping.ClrType;

    public object? Read(object entity)
    {
        var value = _getter.GetClrValue(entity);
        if (value is null || _converter is null)
        {
            return value;
        }

        // Most lists of most rows are empty, and writing JSON is dear.
        return value is ICollection { Count: 0 } ? _empty ??= _converter.ConvertToProvider(value) : _converter.ConvertToProvider(value);
    }
}
