using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Data;

/// <summary>House rules of the model: typed ids, UTC milliseconds, lower-case names, a schema (or prefix) per module.</summary>
internal static class ModelConventions
{
    private const string ModuleAnnotation = "ServiceCrm:Module";

    public static void Configure(ModelConfigurationBuilder conventions, ModuleSet modules)
    {
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcMilliseconds>();
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        var assemblies = modules.Modules.Select(m => m.GetType().Assembly).Append(typeof(CrmDb).Assembly).Distinct();
        foreach (var id in assemblies.SelectMany(a => a.GetTypes()).Where(IsEntityId))
        {
            var converter = typeof(IdConverter<>).MakeGenericType(id);
            conventions.Properties(id).HaveConversion(converter);
            conventions.DefaultTypeMapping(id).HasConversion(converter);
        }
    }

    /// <summary>Notes which module the entities mapped since the last call belong to.</summary>
    public static void Claim(ModelBuilder model, string module)
    {
        foreach (var entity in model.Model.GetEntityTypes().Where(e => e.FindAnnotation(ModuleAnnotation) is null))
        {
            entity.SetAnnotation(ModuleAnnotation, module);
        }
    }

    public static void Finish(ModelBuilder model, DatabaseProvider provider)
    {
        foreach (var entity in model.Model.GetEntityTypes().ToList())
        {
            var module = (string)entity.FindAnnotation(ModuleAnnotation)!.Value!;
            entity.RemoveAnnotation(ModuleAnnotation);
            if (!entity.IsMappedToJson() && entity.FindPrimaryKey() is not null)
            {
                NameTable(entity, module, provider);
            }

            if (typeof(Aggregate).IsAssignableFrom(entity.ClrType))
            {
                entity.FindProperty(nameof(Aggregate.Version))!.IsConcurrencyToken = true;
            }

            if (provider == DatabaseProvider.SqlServer && entity.FindPrimaryKey() is { Properties: [{ ClrType: var type }] } key && (type == typeof(Guid) || IsEntityId(type)))
            {
                key.SetIsClustered(false);
            }
        }
    }

    private static void NameTable(IMutableEntityType entity, string module, DatabaseProvider provider)
    {
        var table = Snake(entity.GetTableName() ?? entity.ClrType.Name);
        var owner = entity.FindOwnership();
        if (owner is null || owner.PrincipalEntityType.GetTableName() != entity.GetTableName())
        {
            entity.SetTableName(provider == DatabaseProvider.Sqlite ? $"{module}_{table}" : table);
        }

        if (provider != DatabaseProvider.Sqlite)
        {
            entity.SetSchema(module);
        }

        foreach (var property in entity.GetProperties())
        {
            property.SetColumnName(Snake(property.GetColumnName()));
        }
    }

    private static bool IsEntityId(Type type) => type is { IsValueType: true, IsGenericType: false }
        && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityId<>));

    private static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_' && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }
}

/// <summary>Stores an instant as UTC, cut to milliseconds: sorts, compares and travels alike on every engine.</summary>
internal sealed class UtcMilliseconds() : ValueConverter<DateTimeOffset, DateTime>(
    at => Clock.Cut(at).UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

/// <summary>Stores a typed id as its UUID.</summary>
internal sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, stored => Read(stored))
    where TId : struct, IEntityId<TId>
{
    // An expression tree cannot call a static interface member itself.
    private static TId Read(Guid stored) => TId.From(stored);
}
