using Hotline.Cases.Acting;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Signing;

internal static class SignEndpoint
{
    public static void Map(IEndpointRouteBuilder acts) =>
        acts.MapAct("sign", (ActCall call) => call.Perform((by, operation) => new SignCase(by, operation)), "签收: the lead unit confirms receipt.");
}
