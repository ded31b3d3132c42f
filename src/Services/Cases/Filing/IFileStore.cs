namespace Hotline.Cases.Filing;

/// <summary>Keeps contents outside of the database. They come sealed, and never change.</summary>
public interface IFileStore
{
    /// <summary>Keeps a content; once it returns, the content outlives a crash.</summary>
    Task Save(Guid id, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);

    /// <summary>The content, or null when there is none.</summary>
    Task<byte[]?> Load(Guid id, CancellationToken cancellationToken);
}
