using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hotline.ServiceDefaults.Tests.Telemetry;

public sealed class When_nobody_reads_the_log
{
    /// <summary>More than the console's queue holds.</summary>
    private const int Lines = 10_000;

    [Fact]
    public async Task Whoever_has_something_to_say_goes_on()
    {
        using var pipe = new FullPipe();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["Hotline:CallerKey"] = Convert.ToBase64String(new byte[32]);
        builder.AddHotlineDefaults("sample");
        await using var service = Build(builder, pipe);
        var log = service.Services.GetRequiredService<ILogger<When_nobody_reads_the_log>>();
        var said = Task.Run(() =>
        {
            for (var line = 0; line < Lines; line++)
                SampleLog.Worked(log, line);
        });
        try
        {
            await said.WaitAsync(TimeSpan.FromSeconds(30));
        }
        finally
        {
            pipe.Read();
        }
    }

    /// <summary>The console's logger keeps the output that there is when it is made.</summary>
    private static WebApplication Build(WebApplicationBuilder builder, FullPipe output)
    {
        var before = Console.Out;
        Console.SetOut(output);
        try
        {
            return builder.Build();
        }
        finally
        {
            Console.SetOut(before);
        }
    }

    /// <summary>A pipe whose other end reads nothing, until it does.</summary>
    private sealed class FullPipe : TextWriter
    {
        private readonly ManualResetEventSlim read = new();

        public override Encoding Encoding => Encoding.UTF8;

        public void Read() => read.Set();

        public override void Write(char value) => read.Wait();

        public override void Write(string? value) => read.Wait();

        protected override void Dispose(bool disposing)
        {
            Read();
            base.Dispose(disposing);
        }
    }
}
