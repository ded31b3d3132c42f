using Hotline.Contracts.Units;

namespace Hotline.ServiceDefaults.Callers;

/// <summary>Roles as the words that tokens and the forwarded caller carry.</summary>
public static class RoleWords
{
    private static readonly (string Word, Role Role)[] Words = [.. Enum.GetValues<Role>()
        .Where(role => role is not (Role.None or Role.System))
        .Select(role => (role.ToString().ToLowerInvariant(), role))];

    /// <summary>Reads words; what is not a role counts as none. <see cref="Role.System"/> has no word: nobody outside may be Hotline itself.</summary>
    public static Role Parse(IEnumerable<string> words)
    {
        var roles = Role.None;
        foreach (var word in words)
            roles |= Of(word);
        return roles;
    }

    /// <summary>The words of the roles, in the order of <see cref="Role"/>.</summary>
    public static string[] Of(Role roles) => [.. Words.Where(entry => (entry.Role & roles) != 0).Select(entry => entry.Word)];

    private static Role Of(string word)
    {
        foreach (var entry in Words)
        {
            if (entry.Word == word)
                return entry.Role;
        }
        return Role.None;
    }
}
