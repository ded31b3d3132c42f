namespace Hotline.Architecture.Tests.Reading;

/// <summary>Checks that cannot pass by looking at nothing.</summary>
internal static class Found
{
    /// <summary>Fails when there is a violation, and when fewer things were looked at than the product surely has.</summary>
    public static void NoneAmong<T>(IReadOnlyCollection<T> looked, int atLeast, Func<T, IEnumerable<string>> violations)
    {
        Assert.True(looked.Count >= atLeast, $"Only {looked.Count} were looked at; at least {atLeast} were expected. The check does not see the product.");
        var found = looked.SelectMany(violations).ToList();
        Assert.True(found.Count == 0, $"{found.Count} broken:\n  {string.Join("\n  ", found)}");
    }
}
