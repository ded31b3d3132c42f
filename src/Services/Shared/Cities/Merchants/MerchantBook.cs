using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Hotline.Cities.Merchants;

/// <summary>The merchants of the city as the catalogue registers them; credit and load of today live in Dispatch.</summary>
public sealed class MerchantBook
{
    private readonly FrozenDictionary<string, Merchant> _byCode;
    private readonly FrozenDictionary<string, ImmutableArray<Merchant>> _byService;

    internal MerchantBook(IEnumerable<Merchant> merchants)
    {
        All = [.. merchants];
        _byCode = All.ToFrozenDictionary(merchant => merchant.Code);
        _byService = All.SelectMany(merchant => merchant.Services, (merchant, service) => (service.Category, merchant))
            .GroupBy(pair => pair.Category, pair => pair.merchant)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    public ImmutableArray<Merchant> All { get; }

    public Merchant? Find(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);

    /// <summary>Everybody qualified for a service, wherever they go.</summary>
    public ImmutableArray<Merchant> Offering(string category) => _byService.GetValueOrDefault(category, []);

    /// <summary>Everybody qualified for a service in an area.</summary>
    public IEnumerable<Merchant> Offering(string category, string? area) => Offering(category).Where(merchant => merchant.CoversArea(area));
}
