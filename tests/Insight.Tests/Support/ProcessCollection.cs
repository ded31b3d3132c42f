namespace Hotline.Insight.Tests.Support;

/// <summary>Tests on the one process take turns: each starts from an empty read model.</summary>
[CollectionDefinition("process")]
public sealed class ProcessCollection;
