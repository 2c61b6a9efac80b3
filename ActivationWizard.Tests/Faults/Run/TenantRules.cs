using ActivationWizard.Integrations.Sandbox.World;

namespace ActivationWizard.Tests.Faults.Run;

/// <summary>What must hold between the cases of one tenant: one acts, and the other waits until that one has ended.</summary>
internal static class TenantRules
{
    /// <summary>Everything that does not hold.</summary>
    public static IEnumerable<Finding> Broken(IEnumerable<CaseUnderTest> cases, IReadOnlyList<LedgerEntry> ledger)
    {
        foreach (var tenant in cases.GroupBy(one => one.Tenant.Number).Where(group => group.Count() > 1))
        {
            var turns = tenant
                .Select(
                    one => (one.Number, Done: ledger.Where(entry => IsOf(entry, one)).Select(entry => entry.Sequence).ToList()))
                .Where(one => one.Done.Count > 0)
                .OrderBy(one => one.Done[0])
                .ToList();
            foreach (var (earlier, later) in turns.Zip(turns.Skip(1)))
            {
                if (later.Done[0] < earlier.Done[^1])
                    yield return new Finding(Harm.Broken, later.Number, $"it acted for the tenant while {earlier.Number} did");
            }
        }
    }

    private static bool IsOf(LedgerEntry entry, CaseUnderTest one) =>
        entry.IdempotencyKey?.Contains(one.Number, StringComparison.Ordinal) is true;
}
