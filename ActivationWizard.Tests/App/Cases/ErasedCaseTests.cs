using System.Globalization;
using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using Microsoft.AspNetCore.Localization;

namespace ActivationWizard.Tests.App.Cases;

/// <summary>Every page of a case that was erased says so.</summary>
public sealed class ErasedCaseTests(ExportsApp exports) : IClassFixture<ExportsApp>
{
    [Theory]
    [InlineData("nl-NL")]
    [InlineData("en-GB")]
    public async Task Pages_OfAnErasedCase_SayThatAndWhenInWords(string language)
    {
        var number = await exports.FinishAsync();
        await exports.App.EraseAsync(number);
        var culture = CultureInfo.GetCultureInfo(language);
        var today = Moments.Local(TimeProvider.System.GetUtcNow()).ToString("MMMM yyyy", culture);
        foreach (var (person, address) in new (Actor, string)[]
        {
            (DemoPeople.Sanne, $"{Urls.Cases}/{number}"), (DemoPeople.Els, Urls.ForStep($"{number}", Urls.Steps.Done)),
            (DemoPeople.Sanne, Urls.ForReplay($"{number}")), (DemoPeople.Els, Urls.ForReplay($"{number}", 3)),
            (DemoPeople.Els, Urls.ForRules(number)),
        })
        {
            using var visitor = exports.App.Visitor();
            visitor.SetCookie(
                CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new(language)));
            await visitor.SignInAsync(person);

            var page = await visitor.ReadAsync(address);

            Assert.Contains(Word(nameof(ErrorsText.ErasedTitle)), page, StringComparison.Ordinal);
            Assert.Contains(today, page, StringComparison.Ordinal);
            Assert.DoesNotContain(Word(nameof(ErrorsText.FailureLead)), page, StringComparison.Ordinal);
        }

        string Word(string name) => ErrorsText.ResourceManager.GetString(name, culture)!;
    }
}
