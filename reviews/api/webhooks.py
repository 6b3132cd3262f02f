"""Webhooks, for editors and administrators, and who got what of a verdict."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework import status
from rest_framework.generics import ListAPIView, RetrieveAPIView
from rest_framework.request import Request
from rest_framework.response import Response

from claims.api.desk_view import DeskView
from claims.api.paging import KeysetPagination
from factcheck import flow
from factcheck.web.permissions import IsOverseer, person
from reviews.api.serializers.webhooks import (
    DeliverySerializer,
    PropagationSerializer,
    SwitchOffSerializer,
    WebhookInSerializer,
    WebhookSecretSerializer,
    WebhookSerializer,
)
from reviews.models import Verdict, WebhookDelivery, WebhookEndpoint
from reviews.selectors.propagation import Propagation, propagation_of
from reviews.selectors.verdicts import verdicts_readable_by
from reviews.selectors.webhooks import webhook_deliveries, webhooks
from reviews.services.webhooks import (
    webhook_add,
    webhook_renew_secret,
    webhook_switch_off,
    webhook_switch_on,
)

NOTHING = Propagation(versions=(), webhooks=(), reports=(), exports=(), is_whole=True)


class WebhookView(DeskView):
    """An endpoint about one webhook."""

    serializer_class = WebhookSerializer
    permission_classes = [IsOverseer]

    def get_queryset(self) -> QuerySet[WebhookEndpoint]:
        return webhooks()


class WebhookList(WebhookView, ListAPIView[WebhookEndpoint]):
    """Webhooks, newest first."""

    pagination_class = KeysetPagination
    page_order = ("-id",)
    keeps_answers = False  # the one to adding holds the secret

    @extend_schema(operation_id="webhooks_list")
    def get(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        return super().get(request, *args, **kwargs)

    @extend_schema(request=WebhookInSerializer, responses={201: WebhookSecretSerializer})
    def post(self, request: Request) -> Response:
        """Have an address told; the answer holds the secret, this once."""
        serializer = WebhookInSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        endpoint = webhook_add(actor=person(request), **serializer.validated_data)
        return Response(WebhookSecretSerializer(endpoint).data, status.HTTP_201_CREATED)


class WebhookDetail(WebhookView, RetrieveAPIView[WebhookEndpoint]):
    """One webhook."""


class WebhookSecret(WebhookView):
    """Another secret for a webhook."""

    serializer_class = WebhookSecretSerializer
    keeps_answers = False

    @extend_schema(request=None)
    def post(self, request: Request, pk: int) -> Response:
        """Sign with another secret from now on; the answer holds it, this once."""
        endpoint = webhook_renew_secret(endpoint=self.get_object(), actor=person(request))
        return Response(self.get_serializer(endpoint).data)


class WebhookOff(WebhookView):
    """Switch a webhook off."""

    @extend_schema(request=SwitchOffSerializer)
    def post(self, request: Request, pk: int) -> Response:
        """Tell it nothing more; what waits for it is stopped."""
        serializer = SwitchOffSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        endpoint = webhook_switch_off(
            endpoint=self.get_object(), actor=person(request), **serializer.validated_data
        )
        return Response(self.get_serializer(endpoint).data)


class WebhookOn(WebhookView):
    """Switch a webhook on again."""

    @extend_schema(request=None)
    def post(self, request: Request, pk: int) -> Response:
        """Tell it of what happens from now on."""
        endpoint = webhook_switch_on(endpoint=self.get_object(), actor=person(request))
        return Response(self.get_serializer(endpoint).data)


class WebhookTry(WebhookView):
    """Try whether a webhook can be reached."""

    @extend_schema(request=None, responses={202: DeliverySerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Send a test event; the log says what came of it."""
        delivery = flow.try_webhook(endpoint=self.get_object(), actor=person(request))
        return Response(DeliverySerializer(delivery).data, status.HTTP_202_ACCEPTED)


class WebhookDeliveries(DeskView, ListAPIView[WebhookDelivery]):
    """What was sent to a webhook, newest first."""

    serializer_class = DeliverySerializer
    permission_classes = [IsOverseer]
    pagination_class = KeysetPagination
    page_order = ("-id",)

    def get_queryset(self) -> QuerySet[WebhookDelivery]:
        endpoint = get_object_or_404(WebhookEndpoint, pk=self.kwargs["pk"])
        return webhook_deliveries().filter(endpoint=endpoint)


class DeliveryRetry(DeskView):
    """Send a delivery again."""

    serializer_class = DeliverySerializer
    permission_classes = [IsOverseer]

    def get_queryset(self) -> QuerySet[WebhookDelivery]:
        return webhook_deliveries()

    @extend_schema(request=None, responses={202: DeliverySerializer})
    def post(self, request: Request, pk: int) -> Response:
        """Send it at once, with all its attempts before it."""
        delivery = flow.retry_delivery(delivery=self.get_object(), actor=person(request))
        return Response(self.get_serializer(delivery).data, status.HTTP_202_ACCEPTED)


class VerdictPropagation(DeskView):
    """Who got a version of a verdict that does not stand any more."""

    serializer_class = PropagationSerializer
    permission_classes = [IsOverseer]

    def get_queryset(self) -> QuerySet[Verdict]:
        return verdicts_readable_by(person(self.request))

    def get(self, request: Request, pk: int) -> Response:
        """List webhooks, reports and exports; empty while nothing was corrected or retracted."""
        return Response(self.get_serializer(propagation_of(self.get_object()) or NOTHING).data)
