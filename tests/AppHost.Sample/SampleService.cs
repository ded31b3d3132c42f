namespace Hotline.AppHost.Sample;

/// <summary>Is ready once its gate is open, and crashes when told to.</summary>
internal static class SampleService
{
    private const int CrashCode = 3;

    public static void Run()
    {
        var gate = Environment.GetEnvironmentVariable("SAMPLE_GATE");
        var app = WebApplication.CreateSlimBuilder().Build();
        app.MapGet("/health/ready", () => string.IsNullOrEmpty(gate) || File.Exists(gate) ? Results.Ok() : Results.StatusCode(StatusCodes.Status503ServiceUnavailable));
        app.MapPost("/crash", () => Environment.Exit(CrashCode));
        app.Run();
    }
}
