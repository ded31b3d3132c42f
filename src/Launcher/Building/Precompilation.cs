using System.Reflection;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using CliWrap;
using CliWrap.Buffered;

namespace Hotline.Launcher.Building;

/// <summary>
/// Compiles what the processes load to machine code ahead of time (ReadyToRun): ten processes that each compile the same libraries at every
/// start would keep two cores busy for half a minute. Each assembly is compiled once, by content, and the result kept beside the build.
/// </summary>
internal static class Precompilation
{
    /// <summary>Never loaded by a running process, or nothing but resources.</summary>
    private static readonly string[] _needless =
        ["Microsoft.CodeAnalysis", "Microsoft.EntityFrameworkCore.Design", "Humanizer", "Mono.TextTemplating", "OpenIddict.Client", "Orleans.Dashboard", "Scalar."];

    private static readonly string _compiler = typeof(Precompilation).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Precompiler").Value!;

    public static async Task ApplyAsync(string root)
    {
        if (!File.Exists(_compiler))
        {
            Say.Step($"{_compiler} is missing: processes start more slowly than they could.");
            return;
        }

        var cache = Directory.CreateDirectory(Path.Combine(root, "src", "AppHost", "bin", Build.Configuration, "precompiled")).FullName;
        var assemblies = Folders(root).SelectMany(folder => Directory.GetFiles(folder, "*.dll")).Where(IsWorthwhile).Select(Assembly.Of).ToList();
        var missing = assemblies.DistinctBy(assembly => assembly.Hash).Where(assembly => !File.Exists(assembly.In(cache))).ToList();
        if (missing.Count > 0)
        {
            Say.Step($"Compiling {missing.Count} assemblies to machine code");
        }

        await Parallel.ForEachAsync(missing, async (assembly, _) => await CompileAsync(assembly, cache));
        foreach (var assembly in assemblies.Where(assembly => File.Exists(assembly.In(cache))))
        {
            File.Copy(assembly.In(cache), assembly.Path, overwrite: true);
        }
    }

    private static IEnumerable<string> Folders(string root) =>
        new[] { "src/Gateway", "src/AppHost" }.Select(folder => Path.Combine(root, folder))
            .Concat(Directory.GetDirectories(Path.Combine(root, "src", "Services")))
            .Select(project => Path.Combine(project, "bin", Build.Configuration, "net10.0"))
            .Where(Directory.Exists);

    private static bool IsWorthwhile(string path)
    {
        if (_needless.Any(name => Path.GetFileName(path).StartsWith(name, StringComparison.Ordinal)))
        {
            return false;
        }

        using var file = File.OpenRead(path);
        using var reader = new PEReader(file);
        return reader is { HasMetadata: true, PEHeaders.CorHeader.ManagedNativeHeaderDirectory.Size: 0 };
    }

    // A library that the compiler refuses stays as it is; it is compiled when it runs, as ever.
    private static async Task CompileAsync(Assembly assembly, string cache)
    {
        var draft = $"{assembly.In(cache)}.{Environment.ProcessId}";
        var result = await Cli.Wrap(_compiler)
            .WithArguments(["-O", "--targetos", "linux", "-o", draft, .. References(assembly.Path), assembly.Path])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
        if (result.ExitCode == 0)
        {
            File.Move(draft, assembly.In(cache), overwrite: true);
        }
    }

    private static IEnumerable<string> References(string assembly)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var web = Path.Combine(runtime, "..", "..", "Microsoft.AspNetCore.App", Path.GetFileName(runtime));
        return new[] { Path.GetDirectoryName(assembly)!, runtime, web }.SelectMany(folder => new[] { "-r", Path.Combine(folder, "*.dll") });
    }

    private sealed record Assembly(string Path, string Hash)
    {
        public static Assembly Of(string path) => new(path, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))[..32]);

        public string In(string cache) => System.IO.Path.Combine(cache, $"{Hash}.dll");
    }
}
