using Microsoft.Extensions.DependencyInjection;
using Quartz;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Platform.Jobs;

/// <summary>
/// Puts the jobs on Quartz: clustered in the database on the servers, in memory on SQLite (one process; every due time
/// that matters is in our own tables, and Quartz's writes would bypass the write gate).
/// </summary>
internal static class JobSchedule
{
    public static void Add(IServiceCollection services, DatabaseOptions database, JobList jobs)
    {
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(o =>
            {
                o.InstanceName = "servicecrm";
                o.GenerateInstanceId = true;
            });
            // Without a connection string the start is refused a moment later, in words.
            if (database.Provider != DatabaseProvider.Sqlite && database.ConnectionString.Length > 0)
            {
                UseCluster(quartz, database);
            }

            foreach (var job in jobs.All)
            {
                var key = new JobKey(job.Name);
                quartz.AddJob<ClockJob>(j => j.WithIdentity(key).StoreDurably());
                quartz.AddTrigger(t => t.ForJob(key).WithIdentity(job.Name).StartNow()
                    .WithSimpleSchedule(s => s.WithInterval(job.Interval).RepeatForever()));
            }
        });
        services.AddQuartzHostedService(o => o.WaitForJobsToComplete = true);
    }

    private static void UseCluster(IQuartzBuilder quartz, DatabaseOptions database) => quartz.UsePersistentStore(store =>
    {
        if (database.Provider == DatabaseProvider.PostgreSql)
        {
            store.UsePostgres(Npgsql.NpgsqlFactory.Instance, database.ConnectionString);
        }
        else
        {
            store.UseSqlServer(Microsoft.Data.SqlClient.SqlClientFactory.Instance, database.ConnectionString);
        }

        store.UseSystemTextJsonSerializer();
        store.ProvisionSchema();
        store.UseClustering(c =>
        {
            c.CheckinInterval = TimeSpan.FromSeconds(10);
            c.CheckinMisfireThreshold = TimeSpan.FromSeconds(20);
        });
        store.ConfigureStore(o =>
        {
            o.TablePrefix = "jobs.qrtz_";
            o.StoreJobDataAsStrings = true;
        });
    });
}
