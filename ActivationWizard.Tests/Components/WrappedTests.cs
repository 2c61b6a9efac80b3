using ActivationWizard.App.Controls;
using ActivationWizard.Tests.Kit.Components;
using Bunit;

namespace ActivationWizard.Tests.Components;

public sealed class WrappedTests : Screen
{
    [Theory]
    [InlineData("", "|")]
    [InlineData("Kerkstraat 12. Bis", "Kerkstraat 12. Bis|")]
    [InlineData("a.jansen@mail.example", "a.jansen@|mail|.example|")]
    [InlineData("a@.nl", "a@|.nl|")]
    [InlineData("a@b.nl en c.d", "a@|b|.nl en c.d|")]
    [InlineData("a@b.nl, c.d@e.nl", "a@|b|.nl, c.d@|e|.nl|")]
    [InlineData("@@.", "@|@|.|")]
    public void Wrapped_AnyText_MayBreakWhereAnAddressMay(string text, string broken) => Assert.Equal(
        broken,
        Render(Wrapped.Of(text)).Markup
            .Replace("<wbr>", "|", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Trim());

    // Another system's text, as long as it may be: what looks back for the at sign at each dot would never end.
    [Fact]
    public void Wrapped_AMillionDots_IsDrawnAtOnce() =>
        Assert.Equal(1_000_000, Render(Wrapped.Of(new string('.', 1_000_000))).Markup.Count(sign => sign is '.'));
}
