using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Facts;

/// <summary>Finds the customer that a person is in Umbrella, and the customer's account.</summary>
internal sealed class AccountSearch(IUmbrella umbrella)
{
    /// <summary>The account; none where no customer is this person, or several may be.</summary>
    public async Task<Reply<AccountFinding>> FindAsync(
        ActivationRequest request, Party? party, CancellationToken cancellation)
    {
        var customers = await CustomersAsync(request, party, cancellation);
        return await customers.ThenAsync(async found =>
        {
            if (found is not [var customer])
                return new Reply<AccountFinding>.Answered(
                    new(found.Count is 0 ? CustomerMatch.None : CustomerMatch.Several, null, null));

            var account = await umbrella.ReadAccountAsync(customer.Id, cancellation);
            return account.Select(value => new AccountFinding(CustomerMatch.One, customer.Name, value));
        });
    }

    // A person whom the employee looked up by hand may have no relatienummer: then address and name have to point at
    // one customer.
    private async Task<Reply<IReadOnlyList<Customer>>> CustomersAsync(
        ActivationRequest request, Party? party, CancellationToken cancellation)
    {
        if (party is { Code.Length: > 0 })
            return await umbrella.FindCustomersAsync(party.Code, cancellation);

        var atAddress = await umbrella.FindCustomersAtAsync(request.Address, cancellation);
        return atAddress.Select(IReadOnlyList<Customer> (found) =>
            [.. found.Where(customer => NameMatching.HaveSameSurname(request.Name, customer.Name))]);
    }
}
