using Hotline.Cases.CaseFiles;
using Hotline.Contracts.Cases;
using Hotline.Contracts.Errors;
using Hotline.GrainContracts.Cases;

namespace Hotline.Cases.Filing;

/// <summary>A file goes on the record by its hash; the content lies in the store already.</summary>
internal static class FileDecision
{
    private const int Most = 50;

    private static readonly Error TooMany = new(ErrorKind.Conflict, "too-many-files", Arguments: [Most.ToString(System.Globalization.CultureInfo.InvariantCulture)]);

    public static Decision Decide(CaseFile file, AddFile act) => file.Files.Length >= Most
        ? TooMany
        : new FileAdded(act.By.Unit, act.File) { Secrets = new CaseSecrets { FileName = act.Name } };
}
