using ActivationWizard.Tests.Kit.Vera;

namespace ActivationWizard.Tests.Integrations.Variants;

/// <summary>What Umbrella and Postex answer: in no file of the standard, so written here from the contracts.</summary>
internal static class SystemContracts
{
    public static VeraDocument Document { get; } = VeraDocument.Parse("contract", """
        components:
          schemas:
            address:
              type: object
              properties:
                postcode: { type: string }
                huisnummer: { type: string }
                huisletter: { type: string }
                toevoeging: { type: string }
            customer:
              type: object
              properties:
                klantId: { type: string }
                naam: { type: string }
                geboortejaar: { type: integer }
                relatienummer: { type: string }
                adres: { $ref: '#/components/schemas/address' }
            account:
              type: object
              properties:
                klantId: { type: string }
                accountId: { type: string }
                status: { type: string }
                emailadres: { type: string }
                blokkadeReden: { type: string }
                activatiecodeAanwezig: { type: boolean }
                codeVerlooptOp: { type: string }
            preference:
              type: object
              properties: { recipientId: { type: string }, channel: { type: string }, email: { type: string } }
            activation:
              type: object
              properties:
                accountId: { type: string }
                activatieId: { type: string }
                codeVerlooptOp: { type: string }
                verzonden: { type: boolean }
            code:
              type: object
              properties:
                klantId: { type: string }
                code: { type: string }
                verlooptOp: { type: string }
            session:
              type: object
              properties:
                id: { type: string }
                reference: { type: string }
                status: { type: string }
                submitted: { type: string }
            dispatch:
              type: object
              properties:
                data: { $ref: '#/components/schemas/session' }
                info: { type: object, properties: { apiVersion: { type: string } } }
                metadata: { type: object }
                paths: { type: object, properties: { sessionStatus: { type: object } } }
            dispatches:
              type: object
              properties:
                data: { type: array, items: { $ref: '#/components/schemas/session' } }
                info: { type: object }
        """);
}
