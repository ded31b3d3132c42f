namespace Hotline.Dispatch.Offering;

/// <summary>Log messages of offering.</summary>
internal static partial class OfferLog
{
    [LoggerMessage(4101, LogLevel.Information, "Case {Number} went another way: {Act} was refused with {Code}")]
    public static partial void WentAnotherWay(this ILogger log, string number, string act, string code);

    [LoggerMessage(4102, LogLevel.Warning, "Offers could not be looked at; it is tried again")]
    public static partial void ScanFailed(this ILogger log, Exception fault);

    [LoggerMessage(4103, LogLevel.Warning, "Offer {OfferId} could not expire ({Reason}); it is looked at again")]
    public static partial void NotExpired(this ILogger log, Guid offerId, string reason, Exception? fault);
}
