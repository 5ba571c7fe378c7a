using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ServiceCrm.Platform.Data;

/// <summary>A model belongs to a set of modules: contexts with other modules in the same process must not share it.</summary>
internal sealed class ModelOfModules : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) =>
        context is CrmDb db ? (typeof(CrmDb), db.ModuleNames, designTime) : (context.GetType(), designTime);
}
