using System.Runtime.CompilerServices;
using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Journal.Transfer;

/// <summary>
/// All cases of one tenant, in order. Their numbers are known, and what is in them is read when it is asked for, so that however
/// many there are, a few are in memory. Made by <see cref="TenantRecords"/> only, which writes down first that they are seen.
/// </summary>
public sealed class CasesOfTenant
{
    private readonly Func<CaseNumber, CancellationToken, Task<TenantCase>> _read;

    internal CasesOfTenant(
        IReadOnlyList<CaseNumber> numbers, IReadOnlyList<StoredMessage> messages,
        Func<CaseNumber, CancellationToken, Task<TenantCase>> read) => (Numbers, Messages, _read) = (numbers, messages, read);

    /// <summary>Every one; empty when none is known.</summary>
    public IReadOnlyList<CaseNumber> Numbers { get; }

    /// <summary>What came in from the tenant's addresses and is of none of these cases. It names no case.</summary>
    public IReadOnlyList<StoredMessage> Messages { get; }

    /// <summary>Nothing is known.</summary>
    public bool IsEmpty => Numbers.Count is 0 && Messages.Count is 0;

    /// <summary>All of them, one at a time.</summary>
    public async IAsyncEnumerable<TenantCase> AllAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var number in Numbers)
            yield return await _read(number, cancellation);
    }

    /// <summary>Those of a page, from 1 on.</summary>
    public async Task<IReadOnlyList<TenantCase>> PageAsync(int page, int casesOfPage, CancellationToken cancellation)
    {
        var found = new List<TenantCase>(casesOfPage);
        foreach (var number in Numbers.Skip((page - 1) * casesOfPage).Take(casesOfPage))
            found.Add(await _read(number, cancellation));
        return found;
    }
}
