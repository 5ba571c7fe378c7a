using ServiceCrm.Platform.Errors;

namespace ServiceCrm.Customers.Contract;

/// <summary>The command line verb <c>import customers FILE</c>.</summary>
public static class ImportCustomers
{
    public const string Usage = """
        import customers FILE [--map "header=target,..."] [--existing skip|update|refuse] [--delimiter ;] [--encoding utf-8] [--create-fields] [--allow-suppressed] [--dry-run]
          Without --map the suggested targets are used; --create-fields makes custom fields of all other columns;
          --allow-suppressed also takes people who were erased at their own wish.
          Targets: externalId, name, givenName, familyName, email, phone, address.city ... custom:KEY; "Header=new" makes a custom field.
        """;

    /// <summary>Imports a file to its end in this process, printing progress and a summary.</summary>
    /// <param name="services">The application's services; the database must be at the current schema.</param>
    /// <param name="arguments">What follows <c>import customers</c> on the command line.</param>
    /// <param name="output">Where to print to.</param>
    /// <param name="ct">Stops between two batches; a later run of the server goes on from there.</param>
    /// <returns>0 when every row is in, 1 when rows were refused or the file failed, 2 when the command line is wrong</returns>
    public static async Task<int> Run(IServiceProvider services, IReadOnlyList<string> arguments, TextWriter output, CancellationToken ct)
    {
        if (!ImportArguments.TryParse(arguments, out var wish, out var mistake))
        {
            await output.WriteLineAsync(mistake);
            await output.WriteLineAsync(Usage);
            return 2;
        }

        try
        {
            return await ImportByCommand.Run(services, wish, output, ct);
        }
        catch (InvalidInput wrong)
        {
            foreach (var problem in wrong.Problems)
            {
                await output.WriteLineAsync(problem.Message);
            }
        }
        catch (CrmException refused)
        {
            await output.WriteLineAsync(refused.Message);
        }

        return 1;
    }
}
