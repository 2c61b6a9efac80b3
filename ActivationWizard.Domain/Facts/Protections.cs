using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Domain.Facts;

/// <summary>
/// Reads protection from both places that Viewpoint keeps it in: flags, by their status, and roles that others play for the
/// tenant. Only one of the two is shown as a warning there.
/// </summary>
public static class Protections
{
    /// <summary>
    /// The finding; null when a flag's kind is not in its list, or it cannot be read when a role runs: protection is then
    /// unknown.
    /// </summary>
    public static ProtectionFinding? Read(
        string tenantId,
        IReadOnlyList<Flag> flags,
        IReadOnlyList<Party> administrators,
        IReadOnlyList<Party> curators,
        DateOnly today)
    {
        if (flags.Any(flag => !flag.Kind.Listed)
            || administrators.Any(party => MayPlay(party, "BWI")) || curators.Any(party => MayPlay(party, "CUR")))
            return null;

        // One whose role has yet to begin is neither acting nor former: his address says nothing yet.
        var acting = administrators
            .Where(party =>
                party.Roles.Any(role => role.Kind.Is("BWI") && role.PlayedFor == tenantId && !(role.Runs.From > today)))
            .Select(party => new CourtAdministrator(
                party.Id,
                party.Name.OnEnvelope,
                Plays(party, "BWI"),
                [.. party.Emails.Select(contact => contact.Address).Distinct()])
            {
                HasUnreadableEmails = party.HasUnreadableEmails,
            })
            .ToList();
        var status =
            curators.Any(party => Plays(party, "CUR")) || flags.Any(IsOther) ? ProtectionStatus.Other
            : acting.Any(one => one.IsRunning) || flags.Any(flag => flag.Kind.Is("BEW") && flag.Status!.Is("ACT"))
                ? ProtectionStatus.Bewind
            : ProtectionStatus.None;
        return new ProtectionFinding(status, acting);

        bool Plays(Party party, string kind) => party.Roles.Any(
            role => role.Kind.Is(kind) && role.PlayedFor == tenantId && role.Runs.Holds(today));

        bool MayPlay(Party party, string kind) =>
            !Plays(party, kind)
            && party.Roles.Any(role => role.Kind.Is(kind) && role.PlayedFor == tenantId && role.Runs.IsUnreadable);
    }

    private static bool IsOther(Flag flag) =>
        (flag.Kind.Is("CUR") && flag.Status is { } status && status.Is("ACT"))
        || (flag.Kind.Is("BEW", "CUR") && flag.Status is null or { Listed: false });
}
