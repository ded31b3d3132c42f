namespace Hotline.Cities.Clocks;

/// <summary>What people call the clocks.</summary>
public static class ClockNames
{
    public static LocalText Of(ClockName clock) => clock switch
    {
        ClockName.Accept => new("受理", "Acceptance"),
        ClockName.Sign => new("签收", "Signing for receipt"),
        ClockName.Return => new("退单期限", "Window for returning"),
        ClockName.Contact => new("首次联系", "First contact"),
        ClockName.Handle => new("办理", "Handling"),
        ClockName.Assist => new("协办", "Assisting"),
        ClockName.Review => new("答复审核", "Review of the answer"),
        ClockName.Rework => new("重新答复", "Rework of the answer"),
        ClockName.Offer => new("接单", "Answer to an offer"),
        ClockName.Visit => new("回访", "Return visit"),
        ClockName.Rule => new("职责认定", "Ruling on whose duty it is"),
    };

    /// <summary>The name of a clock as events write it, e.g. <c>handle</c>; the word itself for one that the city does not know any more.</summary>
    public static LocalText Of(string word) => Enum.TryParse<ClockName>(word, ignoreCase: true, out var clock) ? Of(clock) : new LocalText(word, word);
}
