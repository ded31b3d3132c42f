using Hotline.GrainContracts.Cases;
using Hotline.ServiceDefaults.Callers;

namespace Hotline.Hosting.Callers;

/// <summary>The HTTP caller as an actor of grains.</summary>
public static class CallerActor
{
    public static Actor ToActor(this Caller caller) => new(caller.Subject, caller.Roles, caller.Unit, caller.Channel);
}
