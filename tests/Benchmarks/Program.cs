using ServiceCrm.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks [seconds per round] [rounds]
if (args is ["serve", var kind, var url])
{
    Server.Run(kind, url);
    return 0;
}

var seconds = args.Length > 0 ? double.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 3;
var rounds = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 5;
return await new Comparison(TimeSpan.FromSeconds(seconds), rounds).RunAsync() ? 0 : 1;
