using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Hotline.Ledger.Crashing;

/// <summary>Places in the code at which a process can be made to die, so that what is promised about a crash there can be tried.</summary>
/// <remarks>Off unless <c>Hotline:CrashPoints</c> names a folder; then passing a point costs one look into it. A file
/// <c>&lt;process&gt;.&lt;point&gt;</c> there (for example <c>cases.after-append</c>) ends the process of that name the next time one gets there.
/// The file is taken away first: one file, one death. <c>./hotline faults</c> puts it there.</remarks>
public sealed class CrashPoints
{
    /// <summary>An append is committed; nobody was told: neither the caller nor the relay.</summary>
    public const string AfterAppend = "after-append";

    /// <summary>An append is decided and not sent to the database.</summary>
    public const string BeforeAppend = "before-append";

    /// <summary>The broker has confirmed a batch of the relay; its checkpoint has not moved.</summary>
    public const string AfterPublish = "after-publish";

    /// <summary>A consumer has done its work; the broker has not heard that it may forget the message.</summary>
    public const string AfterConsume = "after-consume";

    /// <summary>A department's queue has an event; the outbox does not know.</summary>
    public const string AfterFeed = "after-feed";

    /// <summary>Nobody dies: for ledgers outside of a service.</summary>
    public static CrashPoints None { get; } = new(null, "", () => { });

    private readonly string? _prefix;
    private readonly Action _die;

    /// <summary>Made by the container.</summary>
    public CrashPoints(IConfiguration configuration, IHostEnvironment environment)
        : this(configuration["Hotline:CrashPoints"], environment.ApplicationName.Split('.')[^1].ToLowerInvariant(), Die)
    {
    }

    internal CrashPoints(string? folder, string process, Action die)
    {
        _prefix = folder is null ? null : Path.Combine(folder, process + ".");
        _die = die;
    }

    /// <summary>Does not return when a crash was asked for here.</summary>
    public void Pass(string point)
    {
        if (_prefix is not null)
            DieIfAsked(_prefix + point);
    }

    // Replicas may get here together: the rename succeeds for one of them.
    private void DieIfAsked(string file)
    {
        if (!File.Exists(file))
            return;
        try
        {
            File.Move(file, file + ".done");
        }
        catch (FileNotFoundException)
        {
            return;
        }
        _die();
    }

    // As kill -9 does it: no handler runs, no buffer is flushed, no connection is closed in good order.
    private static void Die()
    {
        Process.GetCurrentProcess().Kill();
        new ManualResetEventSlim().Wait();
    }
}
