using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hotline.ServiceDefaults.Errors;

/// <summary>Turns what was not expected into a problem that tells the caller whether trying again helps, and nothing of our insides.</summary>
internal sealed class ExceptionProblems(ILogger<ExceptionProblems> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
            return true;
        var problem = Of(exception);
        Record(httpContext, problem.Status, exception);
        await problem.ExecuteAsync(httpContext);
        return true;
    }

    private void Record(HttpContext context, int status, Exception exception)
    {
        if (status == StatusCodes.Status503ServiceUnavailable)
            log.RequestPutOff(Route(context), exception.GetType().Name, exception.Message);
        else if (status >= StatusCodes.Status500InternalServerError)
            log.RequestFailed(exception, Route(context), status);
    }

    private static Problem Of(Exception exception) => exception switch
    {
        BadHttpRequestException bad => RequestFaults.Explain(bad),
        _ when PassingFaults.Passes(exception) => CommonErrors.Unavailable,
        _ => CommonErrors.Unexpected,
    };

    // The template, not the path: paths hold case numbers.
    private static string Route(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName ?? "?";
}
