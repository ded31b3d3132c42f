using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hotline.Contracts.Cases;
using Hotline.Ledger.Secrets;

namespace Hotline.Feedback.Answering;

/// <summary>
/// Token and code of the link that goes with a notice. Both are derived from the case and the version told of, by keys that are not in the database:
/// an event told twice gives the same link, and whoever reads the tables can open none.
/// </summary>
internal sealed class LinkSecrets(MasterKeys masters)
{
    private const int TokenSize = 18;
    private const ulong Codes = 1_000_000;
    private readonly byte[] _tokens = masters.Derive("visit-link");
    private readonly byte[] _codes = masters.Derive("visit-code");

    /// <summary>144 bits nobody can guess, in 24 letters of base64url.</summary>
    public string Token(CaseId caseId, int version) => Base64Url.EncodeToString(Of(_tokens, caseId, version).AsSpan(0, TokenSize));

    /// <summary>The one-time code: six digits.</summary>
    public string Code(CaseId caseId, int version) =>
        (BinaryPrimitives.ReadUInt64BigEndian(Of(_codes, caseId, version)) % Codes).ToString("D6", CultureInfo.InvariantCulture);

    /// <summary>Whether a code is the right one; takes the same time for every wrong one.</summary>
    public bool IsCode(string code, CaseId caseId, int version) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.ASCII.GetBytes(Code(caseId, version)));

    /// <summary>Under this the token is kept.</summary>
    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    private static byte[] Of(byte[] key, CaseId caseId, int version)
    {
        Span<byte> told = stackalloc byte[20];
        caseId.Value.TryWriteBytes(told);
        BinaryPrimitives.WriteInt32BigEndian(told[16..], version);
        return HMACSHA256.HashData(key, told);
    }
}
