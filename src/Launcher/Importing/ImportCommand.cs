using System.CommandLine;
using System.Runtime.InteropServices;
using Hotline.Launcher.Authorizing;
using Spectre.Console;

namespace Hotline.Launcher.Importing;

internal static class ImportCommand
{
    public const string Channel = "import";

    public static Command Create(PlaceOptions options)
    {
        var file = new Argument<FileInfo>("file") { Description = "CSV or JSON: an array, or one object per line." };
        var channel = new Option<string>("--as") { Description = "Client to post as.", DefaultValueFactory = _ => Channel };
        var mapping = new Option<FileInfo?>("--mapping") { Description = "Mapping file; found by the columns among the city's when left out." };
        var command = new Command("import", "Posts cases from a file. Running it again goes on where it stopped and makes no duplicate.")
        {
            file, channel, mapping,
        };
        command.SetAction(async parsed =>
        {
            using var interrupt = new CancellationTokenSource();
            using var registered = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
            {
                context.Cancel = true;
                interrupt.Cancel();
            });
            return await ImportAsync(
                options.Of(parsed),
                parsed.GetRequiredValue(file).FullName,
                parsed.GetRequiredValue(channel),
                parsed.GetValue(mapping)?.FullName,
                interrupt.Token);
        });
        return command;
    }

    private static async Task<int> ImportAsync(Place place, string file, string channel, string? mappingFile, CancellationToken cancellation)
    {
        var mapping = Choose(place, file, mappingFile);
        var gateway = await TokenCommand.GatewayAsync(place);
        var folder = Path.Combine(place.Data, "imports");
        using var journal = ImportJournal.Open(folder, mapping.Source, channel, gateway);
        using var http = new HttpClient { BaseAddress = gateway };
        var importer = new Importer(mapping, channel, new Submission(http, () => TokenCommand.TokenAsync(place, gateway, channel)), journal);
        try
        {
            var count = await RunAsync(importer, file, cancellation);
            Say.Error.MarkupLineInterpolated($"[green]{count.Created} imported[/], {count.Earlier} had been before, [red]{count.Rejected} rejected[/]");
            return count.Rejected == 0 ? 0 : 2;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Say.Step("Interrupted; the same command goes on from here.");
            return 1;
        }
        finally
        {
            importer.Rejected.Report(Path.Combine(folder, Path.GetFileName(file) + ".rejected.csv"));
        }
    }

    private static Task<ImportCount> RunAsync(Importer importer, string file, CancellationToken cancellation) =>
        Say.Error.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(Markup.Escape(Path.GetFileName(file)), maxValue: Math.Max(1, Rows(file).Count()));
                return await importer.RunAsync(Rows(file), () => task.Increment(1), cancellation);
            });

    private static Mapping Choose(Place place, string file, string? mappingFile)
    {
        if (!File.Exists(file))
        {
            throw new LaunchFailedException($"{file} does not exist.");
        }

        if (mappingFile is not null)
        {
            return MappingFile.Read(mappingFile);
        }

        var first = Rows(file).FirstOrDefault() ?? throw new LaunchFailedException($"{file} has no rows.");
        return MappingFile.Find(place.City, [.. first.Columns.Keys])
            ?? (first.Json is not null ? Importer.Native : throw NoMapping(place, first));
    }

    private static LaunchFailedException NoMapping(Place place, SourceRow first) => new(
        $"No mapping in {Path.Combine(place.City, "import")} knows the columns {string.Join(", ", first.Columns.Keys)}; write one and name it with --mapping.");

    private static IEnumerable<SourceRow> Rows(string file) =>
        Path.GetExtension(file).Equals(".csv", StringComparison.OrdinalIgnoreCase) ? CsvRows.Read(file) : JsonRows.Read(file);
}
