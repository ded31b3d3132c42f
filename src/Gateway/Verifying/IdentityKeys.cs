using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Tokens;

namespace Hotline.Gateway.Verifying;

/// <summary>Identity's public keys, fetched straight from the service: the issuer's address would lead back to ourselves. Kept for hours, asked
/// for again when a token names a key we do not know, and not before Identity is there.</summary>
internal sealed class IdentityKeys : IDisposable
{
    private const string Address = ".well-known/jwks";

    private readonly Documents documents;
    private readonly ConfigurationManager<JsonWebKeySet> keys;

    public IdentityKeys(IReadOnlyList<Uri> destinations)
    {
        documents = new Documents(destinations);
        keys = new ConfigurationManager<JsonWebKeySet>(Address, new KeySets(), documents) { RefreshInterval = TimeSpan.FromSeconds(5) };
    }

    /// <summary>The keys.</summary>
    /// <exception cref="InvalidOperationException">Identity does not answer and never did.</exception>
    public async Task<ICollection<SecurityKey>> Get(CancellationToken ct) => (await keys.GetConfigurationAsync(ct)).GetSigningKeys();

    /// <summary>Asks again at the next use, at most every few seconds.</summary>
    public void Refresh() => keys.RequestRefresh();

    public void Dispose() => documents.Dispose();

    private sealed class KeySets : IConfigurationRetriever<JsonWebKeySet>
    {
        public async Task<JsonWebKeySet> GetConfigurationAsync(string address, IDocumentRetriever retriever, CancellationToken cancel) =>
            new(await retriever.GetDocumentAsync(address, cancel));
    }

    private sealed class Documents(IReadOnlyList<Uri> destinations) : IDocumentRetriever, IDisposable
    {
        private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(5) };

        public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
        {
            var faults = new List<Exception>();
            foreach (var destination in destinations)
            {
                try
                {
                    return await client.GetStringAsync(new Uri(destination, address), cancel);
                }
                catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
                {
                    faults.Add(fault);
                }
            }
            throw new IOException("No instance of Identity answers.", new AggregateException(faults));
        }

        public void Dispose() => client.Dispose();
    }
}
