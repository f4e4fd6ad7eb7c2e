"""What happens when a timer, an alarm or a standing order is due."""

from dataclasses import dataclass

from assistant.agenda import Agenda
from assistant.alarms import Alarm
from assistant.conversation import Conversation
from assistant.diary import alarm_view
from assistant.ear import Ear
from assistant.events import AlarmRang, Emit, TimerRang
from assistant.ringing import Ringing
from assistant.timer import Timer
from assistant.timing import view
from intents.compose import announce, announce_alarm


@dataclass(frozen=True, slots=True)
class Bells:
    """Rings, or has carried out what was to be done then."""

    agenda: Agenda
    ear: Ear
    ringing: Ringing
    conversation: Conversation
    emit: Emit
    language: str
    """Of what it announces by itself, ISO 639-1."""

    def timer(self, timer: Timer) -> None:
        """A timer is over."""
        self.emit(TimerRang(self.ear.position, str(timer.id), timer.name or ""))
        language = timer.language or self.language
        told = announce(view(timer, self.agenda), language)
        if not timer.command:
            self.ringing.begin(told, lambda: self.agenda.rings(timer))
        elif self.agenda.is_late(timer):  # nobody wants the curtains open at night that were for the morning
            self.agenda.cancel(timer)
            self.ringing.begin(told)
        else:
            self.conversation.order(timer.command, lambda: self.agenda.cancel(timer), timer.language)

    def alarm(self, alarm: Alarm) -> None:
        """An alarm, a reminder or an order is due, or was due while nobody was there."""
        ringing = alarm.state == "ringing"
        self.emit(AlarmRang(self.ear.position, str(alarm.id), alarm.kind, alarm.text or "", not ringing))
        if alarm.kind != "order":
            told = announce_alarm(alarm_view(alarm, self.agenda.alarms), alarm.language)
            self.ringing.begin(told, lambda: not ringing or self.agenda.alarms.rings(alarm))
        elif ringing:
            alarms = self.agenda.alarms
            self.conversation.order(alarm.text or "", lambda: alarms.carried_out(alarm), alarm.language)
        else:  # it came too late: nobody wants the lights out in the morning
            self.agenda.alarms.carried_out(alarm)
