using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal readonly record struct ImportId(Guid Value) : IEntityId<ImportId>
{
    public static string TypeName => "Import";

    public static ImportId From(Guid value) => new(value);
}
