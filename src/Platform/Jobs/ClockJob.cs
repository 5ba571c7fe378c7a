using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Platform.Jobs;

/// <summary>The one Quartz job: looks up the named entry of the list and runs it as the system.</summary>
[DisallowConcurrentExecution]
internal sealed class ClockJob(IServiceProvider services, JobList jobs, ILogger<ClockJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = context.JobDetail.Key.Name;
        if (jobs.Find(name) is not { } entry)
        {
            log.LogWarning("Job {Job} is scheduled but no longer part of this version", name);
            return;
        }

        await using var scope = services.For(Caller.System);
        var arguments = entry.Run.Method.GetParameters()
            .Select(p => p.ParameterType == typeof(CancellationToken) ? cancellationToken : scope.ServiceProvider.GetRequiredService(p.ParameterType))
            .ToArray();
        try
        {
            await (Task)entry.Run.DynamicInvoke(arguments)!;
        }
        catch (TargetInvocationException wrapped)
        {
            log.LogError(wrapped.InnerException, "Job {Job} failed", name);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "Job {Job} failed", name);
        }
    }
}
